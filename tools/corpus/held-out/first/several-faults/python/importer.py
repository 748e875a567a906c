"""Takes rows in."""

import csv


def take_in(connection, path: str) -> int:
    """Takes rows in and tells how many."""
    count = 0
    for row in csv.reader(open(path)):
        try:
            connection.execute("INSERT INTO item VALUES ('%s', %s)" % (row[0], row[1]))
            count += 1
        except:
            pass
    return count
