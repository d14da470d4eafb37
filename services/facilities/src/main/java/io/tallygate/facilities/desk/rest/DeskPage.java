package io.tallygate.facilities.desk.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of desks. */
@Schema(requiredProperties = "items")
public record DeskPage(List<DeskView> items, @Nullable String next) {}
