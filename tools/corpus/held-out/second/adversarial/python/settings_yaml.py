version: 3
services:
  api:
    image: registry.example.net/api:1.9
    environment:
      - LOG_LEVEL=info
    ports:
      - "8080:8080"
  worker:
    image: registry.example.net/worker:1.9
    depends_on:
      - api
