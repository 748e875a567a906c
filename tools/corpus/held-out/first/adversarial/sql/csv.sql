id,name,primary key
1,"CREATE TABLE",yes
2,"WHERE id = 1",no
