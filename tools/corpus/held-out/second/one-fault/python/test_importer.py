import unittest
from io import StringIO

from contacts.importer import import_contacts


class ImporterTest(unittest.TestCase):
    """Feeds the importer with small files."""

    def test_import_reads_every_line(self) -> None:
        contacts = import_contacts(StringIO("name;mail\nAda;ada@example.com\n"))

        self.assertEqual([contact.name for contact in contacts], ["Ada"])

    def test_import_skips_blank_lines(self) -> None:
        text = StringIO("name;mail\n\nAda;ada@example.com\n\n")
        contacts = list(import_contacts(text))
        contacts.sort(key=lambda contact: contact.name)

    def test_import_needs_a_header(self) -> None:
        with self.assertRaisesRegex(ValueError, "header"):
            list(import_contacts(StringIO("")))
