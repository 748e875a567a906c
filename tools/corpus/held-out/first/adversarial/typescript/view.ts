<!doctype html>
<html lang="en">
  <head><title>try catch await expect</title></head>
  <body><p>export function main(): void</p></body>
</html>
