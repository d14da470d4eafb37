package io.tallygate.carriers.custody.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The tag on an item. */
@Schema(requiredProperties = "epc")
public record TagView(String epc, @Nullable String tid) {}
