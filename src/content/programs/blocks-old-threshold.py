small = bytes(223)
large = bytes(267)
