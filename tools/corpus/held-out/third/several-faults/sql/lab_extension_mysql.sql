CREATE TABLE result (
  id BIGINT NOT NULL AUTO_INCREMENT,
  sample_id BIGINT NOT NULL,
  method_code VARCHAR(20) NOT NULL,
  result_value DECIMAL(12,4),
  PRIMARY KEY (id),
  KEY result_sample (sample_id)
) ENGINE=InnoDB;

DELIMITER $$
CREATE PROCEDURE results_of (IN method VARCHAR(40))
BEGIN
  SET @q = CONCAT('SELECT id, sample_id FROM result WHERE method_code = "', method, '"');
  PREPARE s FROM @q;
  EXECUTE s;
  DEALLOCATE PREPARE s;
END $$
DELIMITER ;
