CREATE TABLE `room` (
  `id` int NOT NULL AUTO_INCREMENT,
  `code` varchar(10) NOT NULL,
  `seats` smallint unsigned NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `room_code` (`code`)
) ENGINE=InnoDB;

CREATE TABLE `subject` (
  `id` int NOT NULL AUTO_INCREMENT,
  `title` varchar(150) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB;

CREATE TABLE `exam` (
  `id` int NOT NULL AUTO_INCREMENT,
  `subject_id` int NOT NULL,
  `room_id` int NOT NULL,
  `starts_at` datetime NOT NULL,
  PRIMARY KEY (`id`),
  KEY `exam_subject` (`subject_id`),
  CONSTRAINT `exam_subject_fk` FOREIGN KEY (`subject_id`) REFERENCES `subject` (`id`)
) ENGINE=InnoDB;
