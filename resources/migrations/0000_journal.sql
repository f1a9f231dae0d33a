CREATE TABLE `actors` (
	`n` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `actors_id_unique` ON `actors` (`id`);--> statement-breakpoint
CREATE TABLE `answered` (
	`call` text PRIMARY KEY NOT NULL,
	`answer` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `drafts` (
	`account` text NOT NULL,
	`key` text NOT NULL,
	`content` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`account`, `key`)
);
--> statement-breakpoint
CREATE TABLE `entries` (
	`key` integer PRIMARY KEY NOT NULL,
	`id` blob NOT NULL,
	`hlc` integer NOT NULL,
	`at` integer NOT NULL,
	`actor` integer NOT NULL,
	`stream` integer NOT NULL,
	`name` integer NOT NULL,
	`payload` text NOT NULL,
	`hash` blob NOT NULL,
	`signature` blob
);
--> statement-breakpoint
CREATE INDEX `entries_by_stream` ON `entries` (`stream`);--> statement-breakpoint
CREATE TABLE `event_names` (
	`n` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `event_names_name_unique` ON `event_names` (`name`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`token` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`desk` text NOT NULL,
	`opened_at` integer NOT NULL,
	`locked` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `stations` (
	`n` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`public_key` blob NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `stations_id_unique` ON `stations` (`id`);--> statement-breakpoint
CREATE TABLE `streams` (
	`n` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`last_hlc` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `streams_id_unique` ON `streams` (`id`);