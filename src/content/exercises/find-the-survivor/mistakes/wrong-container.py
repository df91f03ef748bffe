def work():
    batch = list(map(bytes, [463] * 8000))
    log.append(len(batch))
    names.append(str(batch[0][:4]))
    cache['largest'] = max(reversed(batch))

log, names, cache = [], [], {}
work()

names.clear()

print(log, names)
