{
  "table": "vessel",
  "columns": [
    { "name": "imo", "type": "integer", "primaryKey": true },
    { "name": "name", "type": "text", "nullable": false }
  ]
}
