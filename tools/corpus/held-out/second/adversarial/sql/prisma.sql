model Product {
  id        Int      @id @default(autoincrement())
  sku       String   @unique
  label     String
  createdAt DateTime @default(now())
}
