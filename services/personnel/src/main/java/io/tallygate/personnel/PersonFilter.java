package io.tallygate.personnel;

import org.jspecify.annotations.Nullable;

/**
 * Which people are asked for.
 *
 * @param departmentCode of this department only; null for all
 * @param text that number, user name or name contains, whatever its case; null for any
 */
public record PersonFilter(
        @Nullable String departmentCode, @Nullable String text) {}
