{
  "name": "client",
  "validates": true,
  "primary key": ["id"]
}
