def lost(alignment, threshold):
    asked = given = 0
    for n in range(1, threshold + 1):
        asked += n
        given += (n + alignment - 1) // alignment * alignment
    return (given - asked) / threshold

print(lost(16, 512))
print(lost(8, 512))
print(lost(8, 256))
