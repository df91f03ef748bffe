row = list(map(bytes, [463] * 8000))
half = row[4000:]

import gc
gc.collect()

print('done')
