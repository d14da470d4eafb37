package io.tallygate.carriers.custody.domain;

import org.jspecify.annotations.Nullable;

/**
 * The RFID tag on an item.
 *
 * @param epc upper-case hex
 * @param tid upper-case hex; null when none was enrolled
 */
public record Tag(String epc, @Nullable String tid) {}
