"""What the person of the invented journal writes: plain, kind, nobody's real words."""

ABOUTS = (
    "Changing the day of my visit",
    "The form for my bus pass",
    "Prescription not at the chemist",
    "Who to ring in the holidays",
    "The letter for the council about my rent",
    "Can Sam come with me to the dentist?",
    "A copy of my care plan",
    "Side effects of the new tablets",
    "The date of my next review",
    "Getting to the Tuesday art group",
    "Whether my GP has had the letter",
    "A question about my blood test [the second one]",
    "Help to fill in the benefits form",
    "The heating in my flat",
    "Missed call from a number I do not know",
    "Can the visit be at home this time?",
    "Nobody has told me the time for Thursday",
    "The leaflet about sleep",
    "Starting at the allotment",
    "The waiting list for psychology",
    "My sister would like to come to the review",
    "Which day suits next month",
    "Thank you for sorting out the chemist",
    "The appointment letter has the wrong address",
    "Who I ask about my travel costs",
    "Help with a phone call to the bank",
)

NOTES = (
    ("note", "Slept well for once. Seven hours, and up before the alarm."),
    ("note", "Long day. Wrote down three questions for the next visit so that I do not forget them."),
    ("note", "Did the washing-up and the bins. Small, but done."),
    ("note", "Could not settle in the evening. Radio 3 helped a bit."),
    ("note", "The new tablets make my mouth dry. To ask Dr Okafor."),
    ("note", "Rang my sister. We laughed about the holiday in Whitby."),
    ("note", "Bus was late, so I walked. Not sorry."),
    ("note", "Busy shop, left early, went back at eight when it was quiet."),
    ("note", "Keep the letter from the council in the blue folder [second drawer]."),
    ("note", "Tired since the weekend."),
    ("note", "Read forty pages. First book in a long while."),
    ("note", "Forgot lunch again. An alarm at half past twelve might help."),
    ("good", "Art group was friendly. Two people remembered my name."),
    ("good", "Sam waited with me at the dentist and did not rush me."),
    ("good", "Made soup and froze half of it."),
    ("good", "They rang back the same day, and it was sorted in five minutes."),
    ("good", "Sat by the river after the visit. Sun out ☀"),
    ("good", "Priya said I explained it clearly. I wrote that down so I believe it."),
    ("good", "Allotment: planted the broad beans."),
    ("good", "Did the form on my own, with the notes from last time."),
    ("good", "A whole week of getting up by nine."),
    ("good", "The chemist now sends a text when it is ready."),
    ("hard", "Told the whole story again to somebody new. It took it out of me."),
    ("hard", "Waited in all afternoon for a call."),
    ("hard", "Noisy night upstairs. Went for a short walk instead of lying there."),
    ("hard", "Felt I was talking to the laptop today, not to a person."),
    ("hard", "Not a good weekend. Kept to the plan: tea, blanket, radio."),
    ("hard", "Found out about the new time from the letter only."),
    ("hard", "Nervous about the review. I will ask my sister to come."),
    ("hard", "The form came back because one box was empty."),
)

VISIT_NOTES = (
    "We went through the plan for the week. Clear and calm.",
    "I asked about the letter. It will be chased.",
    "Mostly about the flat. There was no time left for the tablets.",
    "We walked to the park and talked there, which is easier for me.",
    "Looked at my list together and ticked off four of six.",
    "Talked about the art group and how to get there.",
    "A good talk. I said what I wanted to say.",
    "We rang the council together on the loudspeaker.",
    "Short, but it was the right thing at the right time.",
    "New sheet for the sleep diary. I will try it for two weeks.",
    "The last change had not reached them, so I explained it again.",
    "We moved the goal about cooking to next month. My idea.",
)

DID_NOT_SAY = (
    "That I find the mornings hard at the moment.",
    "That I would rather not be asked about work every time.",
    "I wanted to ask how long they stay in this team.",
    "That the room at Elm House is too warm for me.",
)

PRIVATE = (
    "I was more upset than I let on.",
    "Not to be shared: I have not told my sister yet.",
    "I liked today and did not want it to end.",
    "For me only: look at this again before the review.",
)

POINTS = (
    "A longer visit now and then",
    "To be told when a time changes",
    "A copy of my care plan",
    "To meet at home when it rains",
    "That my GP gets the letter",
    "Someone to come with me to the assessment",
    "To talk about sleep first, not last",
    "To know who covers in the holidays",
    "A text the day before each visit",
    "To put the art group into my plan",
    "One number to ring rather than three",
    "My sister to be asked to the review",
)

PROMISES = (
    "Will ring the chemist",
    "Will send the dates of the art group",
    "Will ask Dr Okafor about the morning dose",
    "Will write to the council",
    "Will find out who covers in the holidays",
    "Will print my care plan",
    "Will bring the bus pass form",
    "Will text me the day before",
    "Will ask psychology where I am on the list",
    "Will send the leaflet about sleep",
)

CHANGES = (
    ("time", "Visits move from Tuesday to Wednesday"),
    ("plan", "A weekly walk is part of my care plan now"),
    ("medicine", "Morning tablet changed to the slow one"),
    ("other", "Visits are in the new building at Elm House"),
    ("time", "Psychology every three weeks instead of every two"),
    ("plan", "The goal about cooking is put off until spring"),
    ("medicine", "Blood test every three months from now on"),
    ("worker", "Sam works Tuesdays and Thursdays only"),
)

UPDATES = (
    "My morning tablet has changed",
    "I have started at the art group",
    "My new address for letters",
    "I would rather be texted than rung",
    "My sister may be told when my visits are",
    "The blood test was fine",
    "I am with a new GP surgery",
    "I do not eat gluten any more",
)

REASONS = ("The car would not start.", "Called to another person.", "Training day.", "Off sick.")
MY_REASONS = ("A cold.", "Dentist at the same time.", "My sister was visiting.", "No bus that day.")
PLACES = ("at home", "Elm House", "at home", "the café on Mill Street", "by phone")
CLOSED_WHY = ("I managed it myself", "It came up at the visit", "No longer needed")
