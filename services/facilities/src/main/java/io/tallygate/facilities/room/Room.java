package io.tallygate.facilities.room;

/** A room as it stands. */
public record Room(String code, String name) {}
