class Door:
    sound = 'ding'

    def ring(self):
        return self.sound


door = Door()
bells = [door.ring()]
del door

print(bells[0])
