db.createCollection('book', { validator: { $jsonSchema: { required: ['title'] } } });
db.book.createIndex({ title: 1 }, { unique: true });
