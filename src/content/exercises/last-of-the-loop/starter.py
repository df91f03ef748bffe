class Job:
    def run(self):
        return 1


jobs = [Job(), Job(), Job()]
done = 0
for job in jobs:
    done += job.run()

# your lines here

print(done, 'jobs done')
