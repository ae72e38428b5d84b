"""Commitments out of an article: grounds and reasons."""

MESSAGES = {
    "and": "; ",
    "sure": "agency, name and number stand in one sentence of the text",
    "head": "Made from an article by the program: {count} commitments, to be reviewed before the import.\n⟦ ⟧ holds the quote, § the number of its paragraph. Fill in the agency where it is null; delete what is wrong.",
    "context": "Mentioned, not tracked",
    "left_out": "Looks like a commitment and was left out",
    "year_only": "the text gives only the year: its last day",
    "near": "agencies with similar names: {names}",
    "lead": "led by {name}",
    # what to look at
    "owner_missing": "the text names no agency: fill it in",
    "owner_unknown": "this agency is not in the directory: check it",
    "owner_from_before": "the agency comes from an earlier sentence: check it",
    "owner_inferred": "the agency is inferred from words such as 本府 or 我市: check it",
    "no_number": "no number: judged by the verb and the name alone",
    "fields_not_items": "the nouns listed are taken as fields, not as items",
    "more_than_declared": "more items are listed than the number announced",
    "approximate": "the number announced is approximate",
    # mentioned, not tracked
    "lever": "only a means to another commitment",
    "effect": "a hoped-for effect of another commitment",
    "umbrella": "an umbrella campaign; the commitments are in it",
    "shared_out": "the list itself; its deeds have owners of their own and are listed one by one",
    # looks like a promise and is none
    "study": "study or publicity",
    "study_section": "its section is about study and publicity",
    "event": "a meeting, a ceremony or a number of events",
    "exhortation": "a general demand made in a meeting or a speech",
    "anecdote": "an anecdote of something that has happened",
    "finished": "finished work or a statistic",
    "statistic": "a statistic",
    "part_of_total": "already counted in the total before",
    "reference": "only cited",
    "vague": "nothing concrete",
    "no_owner": "no agency, no number, no day",
    "slogan": "a slogan or a way of working",
}
