package io.tallygate.facilities.cabinet;

import io.tallygate.commons.identity.Level;

/**
 * A cabinet as it stands.
 *
 * @param maxLevel the highest level it may hold
 * @param version counts the changes, from 0
 */
public record Cabinet(String code, String roomCode, String name, Level maxLevel, boolean active, long version) {}
