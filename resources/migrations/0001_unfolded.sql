CREATE TABLE `unfolded` (
	`stream` integer PRIMARY KEY NOT NULL
);
