import gc

class Session:
    pass

class Server:
    pass

def holders_of(kind):
    objects = gc.get_objects()
    types = list(map(type, objects))
    found = gc.get_referrers(objects[types.index(kind)])
    return [one for one in found if one is not objects]

server = Server()
server.last = Session()

holders = holders_of(Session)
print('holders:', len(holders))
print('the server:', holders[0] is server or holders[0] is vars(server))
