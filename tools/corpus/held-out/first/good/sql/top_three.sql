SELECT ranked.department, ranked.name, ranked.salary
FROM (
  SELECT department, name, salary, rank() OVER (PARTITION BY department ORDER BY salary DESC) AS place
  FROM employee
) AS ranked
WHERE ranked.place <= 3
ORDER BY ranked.department, ranked.place;
