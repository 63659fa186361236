/**
 * As much of SARIF 2.1.0 (OASIS, section 3) as the reports use, stated by us: required properties, the forms
 * of values, nothing besides. A property that is misspelt or misplaced is found by `additionalProperties`.
 */

const object = (properties: object, required: readonly string[] = []) => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
});
const list = (items: object, more: object = {}) => ({ type: "array", items, ...more });
const message = object({ text: { type: "string", minLength: 1 } }, ["text"]);
const level = { enum: ["none", "note", "warning", "error"] };
const position = { type: "integer", minimum: 1 };
const region = {
  ...object({ startLine: position, startColumn: position, endLine: position, endColumn: position }, [
    "startLine",
  ]),
};
const artifact = object({ uri: { type: "string", format: "uri-reference", minLength: 1 } }, ["uri"]);
const physical = object({ artifactLocation: artifact, region }, ["artifactLocation"]);

export const SARIF = object(
  {
    $schema: { type: "string", format: "uri" },
    version: { const: "2.1.0" },
    runs: list(
      object(
        {
          tool: object(
            {
              driver: object(
                {
                  name: { type: "string", minLength: 1 },
                  version: { type: "string" },
                  rules: list(
                    object(
                      {
                        id: { type: "string" },
                        shortDescription: message,
                        fullDescription: message,
                        help: message,
                        helpUri: { type: "string", format: "uri" },
                        defaultConfiguration: object({ level }),
                        properties: object({ tags: list({ type: "string" }, { uniqueItems: true }) }),
                      },
                      ["id"],
                    ),
                    { uniqueItems: true },
                  ),
                },
                ["name"],
              ),
            },
            ["driver"],
          ),
          language: { type: "string", pattern: "^[a-z]{2}(-[A-Z]{2})?$" },
          columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
          results: list(
            object(
              {
                ruleId: { type: "string" },
                ruleIndex: { type: "integer", minimum: 0 },
                level,
                message,
                locations: list(object({ physicalLocation: physical })),
                relatedLocations: list(object({ physicalLocation: physical, message })),
                fixes: list(
                  object(
                    {
                      description: message,
                      artifactChanges: list(
                        object(
                          {
                            artifactLocation: artifact,
                            replacements: list(
                              object(
                                {
                                  deletedRegion: region,
                                  insertedContent: object({ text: { type: "string" } }),
                                },
                                ["deletedRegion"],
                              ),
                              { minItems: 1 },
                            ),
                          },
                          ["artifactLocation", "replacements"],
                        ),
                        { minItems: 1 },
                      ),
                    },
                    ["artifactChanges"],
                  ),
                ),
                suppressions: list(
                  object({ kind: { enum: ["inSource", "external"] }, justification: { type: "string" } }, [
                    "kind",
                  ]),
                ),
              },
              ["message"],
            ),
          ),
        },
        ["tool"],
      ),
    ),
  },
  ["version", "runs"],
);
