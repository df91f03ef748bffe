import gc

class Session:
    pass

class Server:
    def handle(self, user):
        session = Session()
        session.user = user
        if user == 'eve':
            self.last = session

server = Server()
for user in ['ann', 'eve', 'dan']:
    server.handle(user)
    gc.collect()
    objs = gc.get_objects()
    types = list(map(type, objs))
    print(user, types.count(Session))
    del objs, types
