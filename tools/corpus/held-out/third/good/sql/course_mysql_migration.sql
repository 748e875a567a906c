-- +goose Up
CREATE TABLE course (
    id INT NOT NULL AUTO_INCREMENT,
    code VARCHAR(12) NOT NULL,
    title VARCHAR(200) NOT NULL,
    credits TINYINT UNSIGNED NOT NULL DEFAULT 3,
    PRIMARY KEY (id),
    UNIQUE KEY course_code (code)
) ENGINE = InnoDB;

CREATE TABLE course_prerequisite (
    course_id INT NOT NULL,
    requires_id INT NOT NULL,
    PRIMARY KEY (course_id, requires_id),
    INDEX course_prerequisite_requires (requires_id),
    FOREIGN KEY (course_id) REFERENCES course (id) ON DELETE CASCADE,
    FOREIGN KEY (requires_id) REFERENCES course (id) ON DELETE RESTRICT
) ENGINE = InnoDB;

-- +goose Down
DROP TABLE course_prerequisite;
DROP TABLE course;
