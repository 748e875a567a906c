DELIMITER //

CREATE PROCEDURE search_documents (IN term VARCHAR(100), IN max_rows INT)
READS SQL DATA
BEGIN
    SET @sql_text = CONCAT('SELECT id, title FROM document WHERE title LIKE ''%', term, '%'' LIMIT ?');
    SET @max_rows = LEAST(max_rows, 500);
    PREPARE stmt FROM @sql_text;
    EXECUTE stmt USING @max_rows;
    DEALLOCATE PREPARE stmt;
END //

DELIMITER ;
