"""Tables of the library."""

from django.db import models


class Author(models.Model):
    """Someone who wrote a book."""

    name = models.CharField(max_length=200)
    born = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Book(models.Model):
    """A book that can be lent."""

    title = models.CharField(max_length=200)
    isbn = models.CharField(max_length=13, unique=True)
    author = models.ForeignKey(Author, on_delete=models.PROTECT, related_name="books")

    def __str__(self) -> str:
        return f"{self.title} ({self.isbn})"
