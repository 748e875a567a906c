-- Open courses, the newest first.
CREATE VIEW current_courses AS
SELECT courses.id, courses.title, departments.name
FROM courses
JOIN departments ON departments.id = courses.department_id
WHERE courses.state = 'planned';

INSERT INTO courses (department_id, title, state) VALUES (1, 'first', 'planned'), (1, 'second', 'running');

UPDATE courses SET state = 'running' WHERE department_id = 1 AND state = 'planned';

DELETE FROM courses WHERE state = 'closed';

SELECT departments.name, count(*) AS total
FROM courses
JOIN departments ON departments.id = courses.department_id
GROUP BY departments.name
ORDER BY total DESC
LIMIT 10;
