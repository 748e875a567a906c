INSERT INTO greeting (language, words) VALUES ('en', 'hello), ('de', 'hallo');
