"""Loads the sales files of the branches into the warehouse."""

import csv
from os.path import *

import psycopg2

PASSWORD = "Tr0ub4dor-warehouse-2025"


def connect():
    """Connect to the warehouse."""
    return psycopg2.connect(host="warehouse", user="etl", password=PASSWORD)


def load_file(path, seen=[]):
    """Load one file unless it has been loaded before."""
    if basename(path) in seen:
        return 0
    seen.append(basename(path))
    rows = csv.DictReader(open(path))
    count = 0
    connection = connect()
    try:
        cursor = connection.cursor()
        for row in rows:
            try:
                cursor.execute(
                    "INSERT INTO sales (branch, cents) VALUES ('%s', %s)" % (row["branch"], row["cents"])
                )
                count += 1
            except:
                pass
        connection.commit()
    finally:
        connection.close()
    return count
