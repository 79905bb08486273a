# From forms/screens/party_gone.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# A party died, ceased to exist or cannot be found.

################################################################################
## Form generated from reading UI file 'party_gone.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QGridLayout, QSizePolicy, QWidget)

from app.ui.widgets.designed_acts import (RadioRow, TallRow)
from app.ui.widgets.designed_rows import (ChoiceRow, DayRow, TextRow)

class Ui_PartyGoneForm(object):
    def setupUi(self, PartyGoneForm):
        if not PartyGoneForm.objectName():
            PartyGoneForm.setObjectName(u"PartyGoneForm")
        self.grid = QGridLayout(PartyGoneForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.party_row = ChoiceRow(PartyGoneForm)
        self.party_row.setObjectName(u"party_row")
        self.party_row.setProperty(u"path", u"party")
        self.party_row.setMandatory(True)

        self.grid.addWidget(self.party_row, 0, 0, 1, 1)

        self.how_row = RadioRow(PartyGoneForm)
        self.how_row.setObjectName(u"how_row")
        self.how_row.setProperty(u"path", u"how")
        self.how_row.setMandatory(True)

        self.grid.addWidget(self.how_row, 0, 1, 1, 1)

        self.on_row = DayRow(PartyGoneForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 1, 0, 1, 1)

        self.by_row = TextRow(PartyGoneForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 1, 1, 1, 1)

        self.successor_row = TextRow(PartyGoneForm)
        self.successor_row.setObjectName(u"successor_row")
        self.successor_row.setProperty(u"path", u"successor")
        self.successor_row.setLimit(100)

        self.grid.addWidget(self.successor_row, 2, 0, 1, 2)

        self.facts_row = TallRow(PartyGoneForm)
        self.facts_row.setObjectName(u"facts_row")
        self.facts_row.setProperty(u"path", u"facts")
        self.facts_row.setMandatory(True)
        self.facts_row.setLimit(1000)
        self.facts_row.setLines(4)

        self.grid.addWidget(self.facts_row, 3, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(PartyGoneForm)

        QMetaObject.connectSlotsByName(PartyGoneForm)
    # setupUi

    def retranslateUi(self, PartyGoneForm):
        self.party_row.setCaption(QCoreApplication.translate("PartyGoneForm", u"\u5f53\u4e8b\u4eba", None))
        self.how_row.setCaption(QCoreApplication.translate("PartyGoneForm", u"\u60c5\u51b5", None))
        self.on_row.setCaption(QCoreApplication.translate("PartyGoneForm", u"\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("PartyGoneForm", u"\u7ecf\u529e\u4eba", None))
        self.successor_row.setCaption(QCoreApplication.translate("PartyGoneForm", u"\u6743\u5229\u4e49\u52a1\u627f\u53d7\u4eba", None))
        self.facts_row.setCaption(QCoreApplication.translate("PartyGoneForm", u"\u6838\u5b9e\u7684\u60c5\u51b5\u548c\u4f9d\u636e", None))
        pass
    # retranslateUi
