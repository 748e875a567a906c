"""Models of the exams application."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class Subject(models.Model):
    """A subject that is taught."""

    code = models.SlugField(_("code"), max_length=16, unique=True)
    name = models.CharField(_("name"), max_length=120)

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name


class ExamResult(models.Model):
    """The points of a pupil in one exam."""

    class Term(models.TextChoices):
        """Terms of the school year."""

        AUTUMN = "A", _("Autumn")
        SPRING = "S", _("Spring")

    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="results")
    pupil_number = models.PositiveIntegerField()
    term = models.CharField(max_length=1, choices=Term.choices)
    points = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(0), MaxValueValidator(100)]
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "pupil_number", "term"], name="one_result_per_term"
            ),
            models.CheckConstraint(condition=models.Q(points__lte=100), name="points_at_most_100"),
        ]

    def __str__(self) -> str:
        return f"{self.pupil_number}: {self.points}"

    @property
    def passed(self) -> bool:
        """Whether the points are enough."""
        return self.points >= 50
