package io.tallygate.testkit.planted.rest;

/** What the planted violation must not know. */
public final class PlantedEndpoint {}
