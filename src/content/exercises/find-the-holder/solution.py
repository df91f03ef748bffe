import gc

class Job:
    def __init__(self, n):
        self.n = n

class Result:
    pass

class Worker:
    history = []

    def __init__(self):
        self.queue = [Job(1), Job(2), Job(3)]
        self.results = []

    def work(self):
        while self.queue:
            job = self.queue.pop()
            Worker.history.append(job)
            self.results.append(Result())

worker = Worker()
worker.work()
print('done:', len(worker.results), 'results')

holder = Worker.history
holder.clear()

types = list(map(type, gc.get_objects()))
print('jobs alive:', types.count(Job))
