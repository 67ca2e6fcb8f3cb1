package dev.evergreen.projects.internal;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.project.Script;
import dev.evergreen.projects.ScriptFile;
import dev.evergreen.scripting.ParsedScript;
import dev.evergreen.scripting.ScriptException;
import dev.evergreen.scripting.ScriptParser;
import java.util.List;

/** Parses scripts, and words what is wrong with them for the HTTP API and the command line. */
final class ScriptReading {
    private ScriptReading() {}

    static ParsedScript read(ScriptParser parser, ScriptFile file) {
        try {
            return parser.parse(file.content(), file.fileName());
        } catch (ScriptException e) {
            throw refused(e);
        }
    }

    static ParsedScript read(ScriptParser parser, Script script) {
        try {
            return parser.parse(script.source(), script.fileName());
        } catch (ScriptException e) {
            throw refused(e);
        }
    }

    private static ProblemException refused(ScriptException e) {
        Problem.Kind kind = switch (e.kind()) {
            case TOO_LARGE -> Problem.Kind.TOO_LARGE;
            case BINARY, ENCODING -> Problem.Kind.UNSUPPORTED_MEDIA;
            case EMPTY, MALFORMED, NO_SCENES -> Problem.Kind.INVALID;
        };
        String field = "script:" + e.line() + ":" + e.column();
        return new ProblemException(List.of(new Problem(kind, field, String.valueOf(e.getMessage()))), e);
    }
}
