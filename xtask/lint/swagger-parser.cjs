// Prints what swagger-parser has against a document: a JSON array of {rule, place, message}.
const SwaggerParser = require("@apidevtools/swagger-parser");

const findings = (error) =>
  // Only what breaks the schema of OpenAPI has places; anything else ends the reading, and has none.
  error.details?.map(({ keyword, instancePath, message }) => ({
    rule: keyword,
    place: instancePath,
    message,
  })) ?? [{ rule: error.name, place: "", message: error.message }];

SwaggerParser.validate(process.argv[2]).then(
  () => console.log("[]"),
  (error) => console.log(JSON.stringify(findings(error))),
);
