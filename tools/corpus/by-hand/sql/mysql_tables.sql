CREATE TABLE `countries` (
  `code` CHAR(2) NOT NULL,
  `name` VARCHAR(80) NOT NULL,
  PRIMARY KEY (`code`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE `cities` (
  `id` INT AUTO_INCREMENT PRIMARY KEY,
  `country` CHAR(2) NOT NULL,
  `name` VARCHAR(80) NOT NULL,
  FOREIGN KEY (`country`) REFERENCES `countries` (`code`)
);

CREATE INDEX cities_country ON cities (country);
