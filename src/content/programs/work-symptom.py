import gc

class Session:
    def __init__(self, user):
        self.user = user

class Server:
    def __init__(self):
        self.log = []
        self.open = {}

    def handle(self, user):
        session = Session(user)
        self.open[user] = session
        self.log.append(session.user)
        del self.open[user]
        if user == 'eve':
            self.last = session

def alive():
    objects = gc.get_objects()
    return len([one for one in objects if isinstance(one, Session)])

server = Server()
for user in ['ann', 'bob', 'eve', 'dan']:
    server.handle(user)
    gc.collect()
    print(user, 'served, sessions alive:', alive())
