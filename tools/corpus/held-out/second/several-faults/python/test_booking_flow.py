"""Tests of the booking flow."""

import tempfile
import time
import unittest

from booking.flow import BookingFlow


class BookingFlowTest(unittest.TestCase):
    """Books rooms in a flow with its own folder."""

    def setUp(self) -> None:
        self.flow = BookingFlow(journal=tempfile.mkdtemp())

    def test_a_room_can_be_booked(self) -> None:
        self.flow.request("room-1", "ada")
        time.sleep(3)

        self.assertEqual(self.flow.state("room-1"), "booked")

    def test_a_booked_room_is_refused(self) -> None:
        self.flow.request("room-1", "ada")
        try:
            self.flow.request("room-1", "bob")
        except ValueError:
            self.assertTrue(True)

    @unittest.skip("")
    def test_a_booking_can_be_cancelled(self) -> None:
        self.flow.request("room-1", "ada")
        self.flow.cancel("room-1")

        self.assertEqual(self.flow.state("room-1"), "free")
