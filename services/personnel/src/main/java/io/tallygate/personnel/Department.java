package io.tallygate.personnel;

/** A department as it stands. */
public record Department(String code, String name, boolean active) {}
