-- Not done here: DELETE FROM remark; UPDATE remark SET text = ''; price REAL; a table without a key.
CREATE TABLE remark (
  id bigint PRIMARY KEY,
  words text NOT NULL DEFAULT 'DELETE FROM remark; CREATE TABLE t (a int)'
);
