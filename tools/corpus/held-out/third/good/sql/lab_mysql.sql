-- Dump of structure, MySQL 8.4
SET NAMES utf8mb4;

CREATE TABLE `lab` (
  `id` int unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(120) NOT NULL,
  `accreditation` varchar(20) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_lab_name` (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

CREATE TABLE `test_order` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `lab_id` int unsigned NOT NULL,
  `patient_ref` char(36) NOT NULL,
  `ordered_at` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `state` enum('open','running','released') NOT NULL DEFAULT 'open',
  PRIMARY KEY (`id`),
  KEY `ix_test_order_lab_id` (`lab_id`),
  KEY `ix_test_order_state_ordered_at` (`state`,`ordered_at`),
  CONSTRAINT `fk_test_order_lab` FOREIGN KEY (`lab_id`) REFERENCES `lab` (`id`) ON DELETE RESTRICT ON UPDATE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
