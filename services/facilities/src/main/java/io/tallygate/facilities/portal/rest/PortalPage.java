package io.tallygate.facilities.portal.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of portals. */
@Schema(requiredProperties = "items")
public record PortalPage(List<PortalView> items, @Nullable String next) {}
