package model

import "time"

// Booking is a room for a night.
type Booking struct {
	ID   string    `json:"id"`
	From time.Time `json:"from"`
}

func (b *Booking) Valid() bool {
	return b.ID != ""
}
