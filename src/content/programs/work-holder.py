import gc

class Session:
    pass

class Server:
    pass

server = Server()
server.last = Session()

leaked = [one for one in gc.get_objects() if type(one) is Session]
print('alive:', len(leaked))

holders = gc.get_referrers(leaked[0])
for one in holders:
    if one is leaked:
        print('held by our own list')
    else:
        print('held by:', one is server or one is vars(server))
