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
    types = list(map(type, gc.get_objects()))
    print(user, 'served, sessions alive:', types.count(Session))
    del types
