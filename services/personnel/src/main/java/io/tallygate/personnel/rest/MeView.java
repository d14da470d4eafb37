package io.tallygate.personnel.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who the caller is.
 *
 * @param person absent when personnel does not know them, or they have left
 */
@Schema(requiredProperties = {"username", "roles"})
public record MeView(
        String username, List<String> roles, @Nullable PersonView person) {}
