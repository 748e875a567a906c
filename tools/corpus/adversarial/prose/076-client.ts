This module should hold the client of the service. It validates input,
handles errors, closes connections and has a primary key.
