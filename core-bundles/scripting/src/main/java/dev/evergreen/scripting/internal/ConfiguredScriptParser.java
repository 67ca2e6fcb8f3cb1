package dev.evergreen.scripting.internal;

import dev.evergreen.scripting.ParsedScript;
import dev.evergreen.scripting.ScriptException;
import dev.evergreen.scripting.ScriptFormat;
import dev.evergreen.scripting.ScriptParser;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The node's parser, with the limit that its operator set. */
@Component(service = ScriptParser.class, configurationPid = "dev.evergreen.scripting")
@Designate(ocd = ConfiguredScriptParser.Settings.class)
public final class ConfiguredScriptParser implements ScriptParser {
    private final ScriptParser parser;

    @Activate
    public ConfiguredScriptParser(Settings settings) {
        this.parser = new ScriptReading(settings.maximumBytes());
    }

    @Override
    public ParsedScript parse(byte[] content, String fileName) throws ScriptException {
        return parser.parse(content, fileName);
    }

    @Override
    public ParsedScript parse(String text, String fileName) throws ScriptException {
        return parser.parse(text, fileName);
    }

    @Override
    public ParsedScript parse(String text, String fileName, ScriptFormat format) throws ScriptException {
        return parser.parse(text, fileName, format);
    }

    @Override
    public long maximumBytes() {
        return parser.maximumBytes();
    }

    /** What an operator may set. */
    @ObjectClassDefinition(name = "Evergreen scripting")
    public @interface Settings {
        @AttributeDefinition(
                name = "Largest script",
                description = "A script with more bytes is refused. 10 MiB holds about ten feature films.")
        long maximumBytes() default ScriptParser.DEFAULT_MAXIMUM_BYTES;
    }
}
